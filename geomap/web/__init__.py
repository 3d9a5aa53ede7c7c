"""The service over HTTP: parse the request, call one service, present the answer; no more here."""
