using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.Domain.Transfers;
using HaiDuong.Licensing.IntegrationTests.Acts;
using HaiDuong.Licensing.IntegrationTests.Support;
using HaiDuong.Licensing.OneStop.Desks;
using HaiDuong.Licensing.OneStop.Features.Transfers;
using HaiDuong.Licensing.OneStop.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace HaiDuong.Licensing.IntegrationTests.Transfers;

/// <summary>An office whose people hand dossiers on paper over to each other.</summary>
public abstract class TransferTest : OfficeTest
{
    internal static readonly TransferDesk ToDivision = new(TransferWay.ToDivision, Units.Press, Units.Counter);

    internal static readonly TransferDesk ToCounter = new(TransferWay.ToCounter, Units.Press, Units.Counter);

    /// <summary>A dossier brought to the counter.</summary>
    internal async Task<Guid> TakeInAsync(int number = 2)
    {
        var id = Guid.CreateVersion7();
        TestOffice.Sure(await Office.Driver(number: number).TakeInAsync(id));
        return id;
    }

    internal Task<List<Guid>> WaitingAsync(TransferDesk desk) =>
        Office.AtDeskAsync(at => at.GetRequiredService<WaitingPapersQuery>().Of(desk).Select(row => row.DossierId).ToListAsync());

    internal Task<(Guid? Made, IReadOnlyList<Refusal> Refusals)> MakeAsync(Actor actor, TransferWay way, params IReadOnlyCollection<Guid> dossiers) =>
        Office.AtDeskAsync(at =>
            at.GetRequiredService<MakeTransfer>().DoAsync(new MakeTransferRequest(way, Units.Press, dossiers), actor, CancellationToken.None)
        );

    internal async Task<Guid> MadeAsync(Actor actor, TransferWay way, params IReadOnlyCollection<Guid> dossiers)
    {
        var (made, refusals) = await MakeAsync(actor, way, dossiers);
        return made ?? throw new InvalidOperationException(string.Join("; ", refusals));
    }

    /// <summary>Receives all of a list, or the part of it that came.</summary>
    internal Task<IReadOnlyList<Refusal>> ReceiveAsync(Actor actor, Guid list, IReadOnlySet<Guid>? came = null, string? reason = null) =>
        Office.AtDeskAsync(async at =>
        {
            var missing = (await FindAsync(list)).Lines.Select(line => line.DossierId).Where(id => came?.Contains(id) == false);
            return await at.GetRequiredService<ReceiveTransfer>()
                .DoAsync(new ReceiveTransferRequest(list, came, missing.ToDictionary(id => id, _ => reason ?? "")), actor, CancellationToken.None);
        });

    internal Task<IReadOnlyList<Refusal>> CancelAsync(Actor actor, Guid list) =>
        Office.AtDeskAsync(at => at.GetRequiredService<CancelTransfer>().DoAsync(list, actor, CancellationToken.None));

    internal Task<TransferList> FindAsync(Guid list) =>
        Office.AtDeskAsync(at =>
            at.GetRequiredService<OfficeDbContext>().TransferLists.AsNoTracking().Include(one => one.Lines).SingleAsync(one => one.Id == list)
        );

    internal static IEnumerable<string> Codes(IReadOnlyList<Refusal> refusals) => refusals.Select(refusal => refusal.Code);
}
