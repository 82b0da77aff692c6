using HaiDuong.Licensing.Domain;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>Puts an act's refusals on the form, beside the fields they concern.</summary>
public static class FormRefusals
{
    /// <summary>
    /// Adds each sentence to the model state; <paramref name="prefix"/> is the name of the bound property, e.g. "Input". Where what was typed could not be
    /// read that is said alone: nobody knows what else is wrong with it.
    /// </summary>
    public static void Add(ModelStateDictionary modelState, IEnumerable<Refusal> refusals, string? prefix = null)
    {
        var unread = modelState
            .Where(entry => entry.Key.Length > 0 && entry.Value!.Errors.Count > 0)
            .Select(entry => entry.Key)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var refusal in refusals)
        {
            var name = NameOf(refusal.Field, prefix);
            if (!unread.Contains(name) && !(refusal.Code == nameof(RefusalCode.FormUnread) && unread.Count > 0))
                modelState.AddModelError(name, refusal.Sentence);
        }
    }

    /// <summary>409 when something was done in the meantime, else 422.</summary>
    public static int StatusOf(IEnumerable<Refusal> refusals) =>
        refusals.Any(refusal => refusal.IsLostRace) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    private static string NameOf(string? field, string? prefix) =>
        field is null ? ""
        : string.IsNullOrEmpty(prefix) ? field
        : $"{prefix}.{field}";
}
