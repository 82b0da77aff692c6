using System.Net;
using HaiDuong.Licensing.Demo;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace HaiDuong.Licensing.IntegrationTests.Support;

/// <summary>The whole program over an office that was made before, by its clock. Every request comes from another address, so that no limit hides an answer.</summary>
internal class TestOfficeHost(TestOffice office) : WebApplicationFactory<Program>
{
    private static int addresses;

    protected TestOffice Office => office;

    public PageVisitor Visitor() => new(Client());

    public HttpClient Client() => CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>A browser in which somebody of the demo office is logged in.</summary>
    public async Task<HttpClient> LoggedInAsync(string name)
    {
        var client = Client();
        var visitor = new PageVisitor(client);
        await visitor.OpenAsync("/dang-nhap");
        var answer = await visitor.SendAsync("/dang-nhap", ("Name", name), ("Password", DemoPeople.Password));
        return answer.Location is not null ? client : throw new InvalidOperationException($"{name} could not log in: {answer.Status}");
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("ConnectionStrings:Default", office.ConnectionString);
        builder.UseSetting("Office:DataFolder", office.Options.DataFolder);
        builder.UseSetting("Office:Mergers", office.Options.Mergers.ToString());
        builder.UseSetting("Office:Demo", "false");
        builder.ConfigureTestServices(services => services.AddSingleton<IClock>(office.Time.Clock).AddSingleton<IStartupFilter, ManyAddresses>());
    }

    private sealed class ManyAddresses : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) =>
            app =>
            {
                app.Use(
                    (context, following) =>
                    {
                        var number = Interlocked.Increment(ref addresses);
                        context.Connection.RemoteIpAddress = new IPAddress(BitConverter.GetBytes(number));
                        return following(context);
                    }
                );
                next(app);
            };
    }
}
