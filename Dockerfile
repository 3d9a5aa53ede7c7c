# syntax=docker/dockerfile:1
# Three stages: the libraries of the page, the wheel, and a slim image that holds only what runs.
# RUN lines name no absolute path, so that scripts/run_dockerfile.py can run them without a container engine.

FROM node:22-slim AS page
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --loglevel=error

FROM python:3.13-slim AS build
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /src
COPY requirements-build.lock ./
RUN python -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r requirements-build.lock
COPY pyproject.toml README.md LICENSE ./
COPY scripts/vendor.py scripts/
COPY geomap geomap
COPY gazetteer gazetteer
COPY templates templates
COPY --from=page /src/node_modules node_modules
RUN python scripts/vendor.py
RUN python -m pip wheel --quiet --no-deps --no-build-isolation --no-index --wheel-dir dist .
# Becomes the data folder, owned by the user that the service runs as.
RUN mkdir data

FROM python:3.13-slim
ENV PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_CACHE_DIR=1 PIP_ROOT_USER_ACTION=ignore
WORKDIR /app
COPY requirements.lock ./
RUN python -m pip install --quiet --require-hashes --no-deps --only-binary :all: -r requirements.lock
COPY --from=build /src/dist dist
RUN python -m pip install --quiet --no-deps --no-index dist/*.whl && rm -r dist
COPY --from=build --chown=10001:10001 /src/data /data

# A number, so that an orchestrator can see that it is not root; the user needs no entry and no home.
USER 10001:10001
ENV HOME=/data GEOMAP_DATA_DIR=/data GEOMAP_HOST=0.0.0.0
VOLUME /data
EXPOSE 8000
# The first start builds the index of the gazetteer, which takes up to a minute.
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s --start-interval=2s \
    CMD ["python", "-c", "import os, urllib.request; port = os.environ.get('GEOMAP_PORT') or os.environ.get('PORT') or '8000'; urllib.request.urlopen(f'http://127.0.0.1:{port}/health', timeout=4)"]
ENTRYPOINT ["geomap"]
CMD ["serve"]
