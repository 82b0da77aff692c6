namespace HaiDuong.Licensing.Domain.Staff;

/// <summary>Vai trò: what a person does in the office; one person may hold several, each in one unit.</summary>
public enum StaffRole
{
    /// <summary>Người nộp hồ sơ; not staff.</summary>
    Applicant,

    /// <summary>Cán bộ một cửa: takes dossiers in and hands results over at the counter.</summary>
    CounterClerk,

    /// <summary>Chuyên viên thụ lý: appraises.</summary>
    Specialist,

    /// <summary>Lãnh đạo phòng: assigns and reviews.</summary>
    DivisionHead,

    /// <summary>Giám đốc, Phó Giám đốc Sở: signs.</summary>
    Leader,

    /// <summary>Văn thư: numbers, dates and seals.</summary>
    RegistryClerk,

    /// <summary>Kế toán: records fees.</summary>
    Accountant,

    /// <summary>Cơ quan phối hợp: gives an opinion when asked.</summary>
    ConsultedAgency,

    /// <summary>Thanh tra: reads everything, changes nothing.</summary>
    Inspector,

    /// <summary>Lãnh đạo Trung tâm Phục vụ hành chính công: watches deadlines, reads everything of the counter.</summary>
    CentreLeader,

    /// <summary>Quản trị hệ thống.</summary>
    Administrator,

    /// <summary>The system itself, acting on a rule (a term that ran out).</summary>
    System,
}
