using HaiDuong.Licensing.Domain.Notices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>The outbox.</summary>
public sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("notices");
        builder.Property(notice => notice.Id).ValueGeneratedNever();
        builder.HasIndex(notice => notice.Key).IsUnique();
        builder.Property(notice => notice.Kind).HasConversion<string>();
        builder.Property(notice => notice.Facts).IsJson();
        builder.Property(notice => notice.SentMails).IsJson();
        builder.Property(notice => notice.OwedAt);
        builder.Property(notice => notice.Email);
        builder.Property(notice => notice.Phone);
        builder.Property(notice => notice.AccountId);
        builder.Property(notice => notice.Unit);
        builder.Ignore(notice => notice.IsForApplicant);
        builder.Ignore(notice => notice.IsForBody);
        builder.HasIndex(notice => new { notice.NextAttemptAt, notice.OwedAt }).HasFilter("sent_at IS NULL");
    }
}
