FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source
COPY . .
RUN CI=true dotnet publish src/HaiDuong.Licensing.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
# curl is for the health check; the fonts are for titles in scripts that Times does not have.
RUN apt-get update && apt-get install -y --no-install-recommends curl libfontconfig1 fonts-noto-core fonts-noto-cjk && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /app .
COPY workflows ./workflows
# The papers, the keys and the mail drop are the only places that are written.
RUN mkdir /data && chown $APP_UID /data
ENV ASPNETCORE_HTTP_PORTS=8080 Office__DataFolder=/data
VOLUME /data
USER $APP_UID
EXPOSE 8080
ENTRYPOINT ["dotnet", "HaiDuong.Licensing.Web.dll"]
