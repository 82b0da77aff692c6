using HaiDuong.Licensing.Domain.Staff;
using HaiDuong.Licensing.OneStop.Access;
using HaiDuong.Licensing.OneStop.Ui.Fields;
using HaiDuong.Licensing.OneStop.Ui.Words;
using HaiDuong.Licensing.OneStop.Workflows;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace HaiDuong.Licensing.OneStop.Features.Administration;

/// <summary>The fields of a role with what they offer.</summary>
public sealed record RoleFields(RoleInput Input, AccountChoicesQuery Choices);

/// <summary>Mở tài khoản cán bộ: the password that is made is shown once, on the account's page.</summary>
[ForRoles(StaffRole.Administrator)]
public sealed class OpenAccountModel(
    StaffAccounts accounts,
    AccountChoicesQuery choices,
    CurrentActor current,
    OfficeClock clock,
    SentForm sent,
    PageWords<AccountModel> words
) : PageModel
{
    [BindProperty]
    public OpenAccountInput Input { get; set; } = new();

    public AccountChoicesQuery Choices => choices;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        sent.HasUnread = !ModelState.IsValid;
        var result = await accounts.OpenAsync(Input.ToRequest(clock.Today), await current.GetAsync(cancel), cancel);
        if (result.Done)
        {
            AccountModel.Show(TempData, result.TemporaryPassword, words);
            return Redirect(AccountModel.PathOf(result.AccountId));
        }

        FormRefusals.Add(ModelState, result.Refusals, "Input");
        Response.StatusCode = FormRefusals.StatusOf(result.Refusals);
        return Page();
    }
}
