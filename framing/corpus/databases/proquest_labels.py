"""The labels of ProQuest's exports; those of its other interfaces with the English ones."""

from __future__ import annotations

KNOWN = frozenset(
    "subject;location;people;company / organization;company;organization;title;alternate title;publication title;"
    "publication year;publication date;volume;issue;first page;pages;number of pages;section;publisher;"
    "place of publication;country of publication;publication subject;issn;e-issn;source type;language of publication;"
    "document type;document feature;proquest document id;document url;copyright;last updated;database;credit;"
    "identifier / keyword;identifier;classification;term;business indexing term;author;links;publication info;"
    "abstract;dateline;column;subtitle;edition;year;doi;person;product name;industry;ethnicity;source;degree;notes;"
    "supplement;url;web resource;statistics;source attribution;accession number;last updated date;entry date".split(";")
)
_OTHERS = {
    "subject": "thema;schlagwort;sujet;materia;término;soggetto;onderwerp",
    "location": "standort;ort;lieu;lugar;ubicación;località;locatie",
    "people": "personen;personnes;personas;persone",
    "company / organization": "unternehmen/organisation;entreprise/organisation;empresa/organización",
    "title": "titel;titre;título;titolo",
    "author": "autor;auteur;autore",
    "abstract": "zusammenfassung;résumé;resumen;riassunto;samenvatting",
    "links": "verknüpfungen;liens;enlaces;collegamenti",
    "publication info": "publikationsinfo;publikationsinformationen;informations de publication;"
    "información de publicación;informazioni sulla pubblicazione",
    "publication title": "titel der publikation;publikationstitel;titre de la publication;título de publicación;"
    "título de la publicación;titolo della pubblicazione;titel van publicatie",
    "publication year": "jahr der publikation;publikationsjahr;erscheinungsjahr;année de publication;"
    "año de publicación;anno di pubblicazione",
    "publication date": "publikationsdatum;erscheinungsdatum;date de publication;fecha de publicación;"
    "data di pubblicazione;publicatiedatum",
    "first page": "erste seite;première page;primera página;prima pagina",
    "pages": "seiten;páginas;pagine;paginering;paginación;pagination;paginierung",
    "section": "rubrik;abschnitt;sección;sezione;sectie",
    "publisher": "verlag;herausgeber;éditeur;maison d'édition;editorial;editore;uitgever",
    "place of publication": "publikationsort;ort der veröffentlichung;ort der publikation;lieu de publication;"
    "lugar de publicación;luogo di pubblicazione",
    "country of publication": "land der veröffentlichung;land der publikation;pays de publication;"
    "país de publicación;paese di pubblicazione",
    "publication subject": "thema der publikation;sujet de la publication;materia de publicación",
    "source type": "quellentyp;quellenart;type de source;tipo de fuente;tipo di fonte;brontype",
    "language of publication": "sprache der publikation;publikationssprache;langue de la publication;"
    "langue de publication;idioma de la publicación;lingua di pubblicazione;taal van publicatie",
    "document type": "dokumenttyp;dokumententyp;type de document;tipo de documento;tipo di documento;documenttype",
    "proquest document id": "proquest-dokument-id;id de document proquest;id du document proquest;"
    "id del documento de proquest;id documento proquest",
    "document url": "dokument-url;url des dokuments;url du document;url de documento;url del documento",
    "last updated": "zuletzt aktualisiert;letzte aktualisierung;dernière mise à jour;última actualización;"
    "ultimo aggiornamento",
    "database": "datenbank;base de données;base de datos;banca dati",
}
ENGLISH = {other: label for label, others in _OTHERS.items() for other in others.split(";")} | {
    label: label for label in KNOWN
}
