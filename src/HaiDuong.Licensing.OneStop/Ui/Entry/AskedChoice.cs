using HaiDuong.Licensing.Domain;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HaiDuong.Licensing.OneStop.Ui.Entry;

/// <summary>
/// Lựa chọn trong địa chỉ: a part of an address that must be one of a list. What is not in it is said, so that nothing is shown as if it had been asked for.
/// </summary>
public static class AskedChoice
{
    /// <summary>True when nothing is asked for, or something of the list; else the field says what is wrong.</summary>
    public static bool IsKnown(ModelStateDictionary state, string field, string? asked, IEnumerable<string> known)
    {
        if (string.IsNullOrEmpty(asked) || known.Contains(asked, StringComparer.Ordinal))
            return true;
        state.AddModelError(field, new Refusal(nameof(RefusalCode.ChoiceUnknown), field, asked).Sentence);
        return false;
    }
}
