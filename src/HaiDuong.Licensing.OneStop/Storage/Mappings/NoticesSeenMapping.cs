using HaiDuong.Licensing.OneStop.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Until when somebody has looked at their notices; it goes with their account.</summary>
public sealed class NoticesSeenMapping : IEntityTypeConfiguration<NoticesSeen>
{
    public void Configure(EntityTypeBuilder<NoticesSeen> builder)
    {
        builder.ToTable("notices_seen");
        builder.HasKey(seen => seen.AccountId);
        builder.HasOne<Account>().WithOne().HasForeignKey<NoticesSeen>(seen => seen.AccountId).OnDelete(DeleteBehavior.Cascade);
    }
}
