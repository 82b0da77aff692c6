using HaiDuong.Licensing.Domain.Deadlines;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace HaiDuong.Licensing.OneStop.Storage.Mappings;

/// <summary>Announcements of the calendar: rows are only ever added (the database refuses anything else).</summary>
public sealed class CalendarAnnouncementMapping : IEntityTypeConfiguration<CalendarAnnouncement>
{
    public void Configure(EntityTypeBuilder<CalendarAnnouncement> builder)
    {
        builder.ToTable("calendar_announcements");
        builder.Property(announcement => announcement.Id).ValueGeneratedOnAdd();
        builder.Property(announcement => announcement.PublishedAt);
        builder.Property(announcement => announcement.Title);
        builder.Property(announcement => announcement.Source);
        builder.Property(announcement => announcement.PublishedBy);
        builder.Property(announcement => announcement.PublishedById);
        builder.Property(announcement => announcement.Days).IsJson();
        builder.Property(announcement => announcement.Hours).IsJson();
    }
}
