using HaiDuong.Licensing.Domain;
using HaiDuong.Licensing.Domain.Fees;
using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Imports;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Accounting;

/// <summary>Đối soát sao kê ngân hàng: a statement beside the transfers of its days. It is only looked at; nothing of it is kept.</summary>
[ForRoles(StaffRole.Accountant)]
[RequestSizeLimit(ImportTable.MostPosted)]
[RequestFormLimits(MultipartBodyLengthLimit = ImportTable.MostPosted)]
public sealed class ReconcileModel(TransfersQuery transfers, CurrentActor current, OfficeClock clock) : PageModel
{
    public const string Address = "/ke-toan/doi-soat";

    /// <summary>A transfer is written down at most so many days before or after the bank has it.</summary>
    private const int Apart = 14;

    [BindProperty]
    public IFormFile? Statement { get; set; }

    public BankReconciliation? Result { get; private set; }

    public BankStatement? Read { get; private set; }

    public string FileName => Path.GetFileName(Statement?.FileName ?? "");

    public void OnGet() => Result = null;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Statement is not { Length: > 0 })
            return Refused([new Refusal(nameof(RefusalCode.StatementRequired), nameof(Statement))]);
        await using var content = Statement.OpenReadStream();
        var reading = await ImportReader.ReadAsync(content, BankStatement.Columns, cancel);
        if (reading.Table is not { } table)
            return Refused([.. reading.Refusals.Select(refusal => new Refusal(refusal.Code, nameof(Statement), [.. refusal.Args]))]);
        Read = BankStatement.Of(table);
        var (first, last) = (Read.First ?? clock.Today, Read.Last ?? clock.Today);
        var book = await transfers.ReadAsync(first.PlusDays(-Apart), last.PlusDays(Apart), await current.GetAsync(cancel), cancel);
        var result = BankReconciliation.Of(Read.Lines, book);
        // What was written down outside the days of the statement is of another statement.
        Result = result with { OnlyInBook = [.. result.OnlyInBook.Where(transfer => transfer.Day >= first && transfer.Day <= last)] };
        return Page();
    }

    private PageResult Refused(IReadOnlyList<Refusal> refusals)
    {
        FormRefusals.Add(ModelState, refusals);
        Response.StatusCode = FormRefusals.StatusOf(refusals);
        return Page();
    }
}
