using HaiDuong.Licensing.Domain.Typed;

namespace HaiDuong.Licensing.Domain.PastRecords;

/// <summary>
/// Mã số của chủ giấy phép, chủ hồ sơ: a tax code (organisation), an identity number of 12 digits or an old identity card of 9 (person), or none. Where a
/// spreadsheet has lost the leading zero it is given back, if the number is right with it; nine digits that may be either are an old card. Whoever has both
/// numbers is a person (hộ kinh doanh), so that no name becomes public by mistake. Of foreigners a passport or a registration number, each from a column of
/// its own: a mistyped number of another column never becomes one.
/// </summary>
public sealed record PartyNumber(ApplicantKind Kind, string Number, CellRepair? Repair = null, Refusal? Refusal = null)
{
    private const int OldCard = 9;

    /// <summary>Refuses PastTaxCodeWrong, PastIdentityWrong, PastNumberWrong, PastPassportWrong, PastRegistrationWrong.</summary>
    public static PartyNumber Read(string taxCode, string identity, string either, string passport = "", string registration = "")
    {
        if (taxCode.Length + identity.Length + either.Length == 0 && passport.Length + registration.Length > 0)
            return passport.Length > 0
                ? Foreign(ApplicantKind.ForeignIndividual, nameof(RefusalCode.PastPassportWrong), PastColumns.Passport, passport)
                : Foreign(ApplicantKind.ForeignOrganisation, nameof(RefusalCode.PastRegistrationWrong), PastColumns.ForeignRegistration, registration);
        if (taxCode.Length > 0 && identity.Length == 0)
            return Tax(PastColumns.TaxCode, taxCode) ?? Wrong(ApplicantKind.Organisation, nameof(RefusalCode.PastTaxCodeWrong), PastColumns.TaxCode, taxCode);
        if (identity.Length > 0)
            return Person(PastColumns.IdentityNumber, identity)
                ?? Wrong(ApplicantKind.Individual, nameof(RefusalCode.PastIdentityWrong), PastColumns.IdentityNumber, identity);
        return either.Length == 0
            ? new PartyNumber(ApplicantKind.Individual, "")
            : (Digits(either).Length == OldCard ? null : Tax(PastColumns.EitherNumber, either))
                ?? Person(PastColumns.EitherNumber, either)
                ?? Wrong(ApplicantKind.Organisation, nameof(RefusalCode.PastNumberWrong), PastColumns.EitherNumber, either);
    }

    private static PartyNumber? Tax(PastColumn column, string typed)
    {
        var number = Digits(typed);
        if (IdentityRules.IsTaxCode(number))
            return new PartyNumber(ApplicantKind.Organisation, number);
        return IdentityRules.IsTaxCode("0" + number) ? new PartyNumber(ApplicantKind.Organisation, "0" + number, Zero(column, number)) : null;
    }

    private static PartyNumber? Person(PastColumn column, string typed)
    {
        var number = Digits(typed);
        if (IdentityRules.IsIdentityNumber(number) || (number.Length == OldCard && number.All(char.IsAsciiDigit)))
            return new PartyNumber(ApplicantKind.Individual, number);
        return IdentityRules.IsIdentityNumber("0" + number) ? new PartyNumber(ApplicantKind.Individual, "0" + number, Zero(column, number)) : null;
    }

    private static PartyNumber Foreign(ApplicantKind kind, string code, PastColumn column, string typed) =>
        TypedIdentity.Read(typed, kind) is var number && IdentityRules.IsNumberOf(kind, number)
            ? new PartyNumber(kind, number)
            : Wrong(kind, code, column, typed);

    private static CellRepair Zero(PastColumn column, string number) => new(column.Name, RepairKind.LeadingZero, number, "0" + number);

    private static PartyNumber Wrong(ApplicantKind kind, string code, PastColumn column, string typed) =>
        new(kind, "", null, new Refusal(code, column.Key, typed));

    private static string Digits(string typed) => TypedIdentity.Read(typed, ApplicantKind.Organisation);
}
