using HaiDuong.Licensing.Demo;
using HaiDuong.Licensing.Domain.Dossiers;
using HaiDuong.Licensing.Domain.Notices;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Npgsql;

namespace HaiDuong.Licensing.IntegrationTests.Doors;

/// <summary>
/// The whole program over an office in which denunciations lie, one settled, one accepted, one just sent, beside a dossier that hides nobody.
/// </summary>
internal sealed class DoorHost : TestOfficeHost
{
    public const string Slug = "denunciation-settlement";
    private const string ForPersons = "game-point-certificate";
    private static readonly LocalDateTime Start = new(2026, 3, 2, 7, 45);

    private DoorHost(TestOffice office)
        : base(office) { }

    public Dossier Settled { get; private set; } = null!;

    public Dossier Accepted { get; private set; } = null!;

    public Dossier Sent { get; private set; } = null!;

    /// <summary>An individual's dossier that hides nobody.</summary>
    public Dossier Ordinary { get; private set; } = null!;

    public IReadOnlyList<Dossier> Hidden => [Settled, Accepted, Sent];

    public static async Task<DoorHost> StartAsync()
    {
        var opened = await TestOffice.OpenAsync(Start);
        var settled = await new Journey(opened.Time, Slug, JourneyPath.Grant).WalkAsync(CancellationToken.None);
        var accepted = await opened.AcceptAsync(await opened.SubmitAsync(Slug, 3));
        var sent = await opened.SubmitAsync(Slug, 4);
        var ordinary = await opened.AcceptAsync(await opened.SubmitAsync(ForPersons, 2));
        return new DoorHost(opened)
        {
            Settled = settled.Dossier,
            Accepted = accepted,
            Ordinary = ordinary,
            Sent = (await opened.AtDeskAsync(async desk => await desk.GetRequiredService<DossierStore>().ReadAsync(sent, CancellationToken.None)))!,
        };
    }

    /// <summary>Everything that the office owes or owed anybody.</summary>
    public async Task<IReadOnlyList<Notice>> NoticesAsync() =>
        await Office.AtDeskAsync(desk => desk.GetRequiredService<OfficeDbContext>().Notices.AsNoTracking().ToListAsync());

    public MovingClock Clock => Office.Time.Clock;

    /// <summary>Another individual's dossier, accepted, that declares what is asked for.</summary>
    public async Task<Dossier> AcceptedAsync(string? phone, string? email)
    {
        var dossier = await Office.AcceptAsync(await Office.SubmitAsync(ForPersons, 2));
        await using var command = Services
            .GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("UPDATE dossiers SET applicant = applicant || jsonb_build_object('phone', $2::text, 'email', $3::text) WHERE id = $1");
        command.Parameters.Add(new NpgsqlParameter { Value = dossier.Id });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)phone ?? DBNull.Value });
        command.Parameters.Add(new NpgsqlParameter { Value = (object?)email ?? DBNull.Value });
        await command.ExecuteNonQueryAsync();
        return dossier;
    }

    /// <summary>Another denunciation, assigned: the counter may not know its sender any more.</summary>
    public async Task<Dossier> AssignedAsync()
    {
        var people = await Office.AtDeskAsync(desk => DemoPeople.ActorsAsync(desk.GetRequiredService<OfficeDbContext>(), CancellationToken.None));
        var accepted = await Office.AcceptAsync(await Office.SubmitAsync(Slug, 6));
        return TestOffice.Sure(await new DossierDriver(Office.Time.Services, [.. people.Values], Slug, 6).DoAsync(accepted.Id, "assign"));
    }

    public Task<Dossier?> FindAsync(Guid id) => Office.AtDeskAsync(desk => desk.GetRequiredService<DossierStore>().ReadAsync(id, CancellationToken.None));

    public async Task<T> AskAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Office.DisposeAsync();
    }
}
