# A marimo notebook: `marimo edit notebooks/own_measure.py`
import marimo

app = marimo.App()


@app.cell
def _():
    import polars as pl

    import framing
    from framing.measures.analyser import Findings, Metric, analyser
    from framing.measures.analysers import discover

    return Findings, Metric, analyser, discover, framing, pl


@app.cell
def _(Findings, Metric, analyser, pl):
    # A measure is a function of the corpus that says what its number means. Each value has its passages.
    @analyser(
        Metric(
            "questions",
            unit="% of sentences",
            weight="sentences",
            higher="asks more",
            source="an example",
            kind="share",
            undefined="an article without sentences",
        )
    )
    def questions(corpus):
        """Share of the body's sentences that end in a question mark."""
        body = corpus.sentences.filter(pl.col("part") == "body")
        asks = pl.col("text").str.ends_with("?")
        values = body.group_by("article").agg(questions=100 * asks.mean())
        evidence = body.filter(asks).select("article", "start", "end", metric=pl.lit("questions"), value=pl.lit(1.0))
        return Findings(values, evidence)

    return (questions,)


@app.cell
def _(discover, framing, questions):
    corpus = framing.load("huawei-curbs")
    scores = framing.score(corpus, ["questions", "hedging"], [*discover(), questions])
    scores
    return corpus, scores


@app.cell
def _(framing, scores):
    comparison = framing.compare(scores, seed=1)
    comparison
    return (comparison,)


@app.cell
def _(scores):
    # The very words behind the numbers
    asked = scores.passages("questions").select("outlet", "text")
    asked
    return (asked,)


@app.cell
def _(comparison):
    figure = comparison.plot("questions")
    figure
    return (figure,)


if __name__ == "__main__":
    app.run()
