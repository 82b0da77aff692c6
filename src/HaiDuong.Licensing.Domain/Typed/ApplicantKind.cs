namespace HaiDuong.Licensing.Domain.Typed;

/// <summary>What an applicant is (loại đối tượng), and with that which number names them.</summary>
public enum ApplicantKind
{
    /// <summary>Cá nhân Việt Nam: số căn cước công dân.</summary>
    Individual,

    /// <summary>Cơ quan, tổ chức ở Việt Nam: mã số thuế.</summary>
    Organisation,

    /// <summary>Cá nhân nước ngoài: số hộ chiếu.</summary>
    ForeignIndividual,

    /// <summary>Cơ quan, tổ chức nước ngoài: số đăng ký hoặc số giấy phép thành lập.</summary>
    ForeignOrganisation,
}

/// <summary>What follows from the kind of an applicant.</summary>
public static class ApplicantKinds
{
    public static bool IsPerson(ApplicantKind kind) => kind is ApplicantKind.Individual or ApplicantKind.ForeignIndividual;

    public static bool IsForeign(ApplicantKind kind) => kind is ApplicantKind.ForeignIndividual or ApplicantKind.ForeignOrganisation;
}
