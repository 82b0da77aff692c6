using System.Net;
using Npgsql;

namespace HaiDuong.Licensing.Web;

/// <summary>
/// Phòng chờ: while the configured database server does not answer, every page says so and asks again by itself, and the program is alive
/// and not ready; the office opens when the server answers.
/// </summary>
internal static class WaitingRoom
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Comes back when the server answers; false when the program was told to stop before.</summary>
    /// <exception cref="PostgresException">The server answers and refuses: a wrong password, a database that is not there.</exception>
    public static async Task<bool> PassAsync(Func<WebApplicationBuilder> builder, string connectionString, ILogger logger)
    {
        if (await DownAsync(connectionString, CancellationToken.None) is not { } reason)
            return true;
        logger.LogWarning("The database server does not answer: {Reason} Waiting for it; the office opens by itself.", reason);
        await using var room = builder().Build();
        var page = room.Environment.WebRootFileProvider.GetFileInfo("waiting.html");
        room.Run(context => SayAsync(context, page));
        await room.StartAsync();
        try
        {
            while (await DownAsync(connectionString, room.Lifetime.ApplicationStopping) is not null)
                await Task.Delay(Pause, room.Lifetime.ApplicationStopping);
            logger.LogInformation("The database server answers.");
            return true;
        }
        catch (OperationCanceledException) when (room.Lifetime.ApplicationStopping.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            await room.StopAsync();
        }
    }

    private static async Task<string?> DownAsync(string connectionString, CancellationToken cancel)
    {
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(cancel);
            return null;
        }
        catch (NpgsqlException failure) when (failure.IsTransient)
        {
            return failure.Message;
        }
    }

    private static Task SayAsync(HttpContext context, Microsoft.Extensions.FileProviders.IFileInfo page)
    {
        if (context.Request.Path == HealthPages.Live)
            return context.Response.WriteAsync("Healthy");
        context.Response.StatusCode = (int)HttpStatusCode.ServiceUnavailable;
        context.Response.Headers.RetryAfter = "10";
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments(HealthPages.Short, StringComparison.OrdinalIgnoreCase))
            return context.Response.WriteAsync("Unhealthy\ndatabase: Unhealthy. The database does not answer; the office opens by itself when it does.\n");
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.SendFileAsync(page);
    }
}
