using HaiDuong.Licensing.Domain;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace HaiDuong.Licensing.OneStop.Ui.Fields;

/// <summary>Puts an act's refusals on the form, beside the fields they concern.</summary>
public static class FormRefusals
{
    /// <summary>Adds each sentence to the model state; <paramref name="prefix"/> is the name of the bound property, e.g. "Input".</summary>
    public static void Add(ModelStateDictionary modelState, IEnumerable<Refusal> refusals, string? prefix = null)
    {
        foreach (var refusal in refusals)
            modelState.AddModelError(NameOf(refusal.Field, prefix), refusal.Sentence);
    }

    /// <summary>409 when something was done in the meantime, else 422.</summary>
    public static int StatusOf(IEnumerable<Refusal> refusals) =>
        refusals.Any(refusal => refusal.IsLostRace) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;

    private static string NameOf(string? field, string? prefix) =>
        field is null ? ""
        : string.IsNullOrEmpty(prefix) ? field
        : $"{prefix}.{field}";
}
