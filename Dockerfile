FROM node:20-bookworm-slim AS packages
WORKDIR /source
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts --omit=dev --no-audit --no-fund

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
COPY --from=packages /source/node_modules node_modules
RUN dotnet publish src/JourneyTracker.Cli -c Release -o /app --nologo

FROM mcr.microsoft.com/dotnet/aspnet:10.0
COPY --from=build /app /app
COPY deploy/web.sh /app/web.sh
RUN mkdir /data && chown app:app /data
VOLUME /data
USER app
WORKDIR /tmp
ENV JOURNEY_DATA=/data
ENTRYPOINT ["/app/web.sh"]
CMD ["serve"]
