namespace DynamoGen.Generator.Tests.Sources;

/// <summary>An entity of version 2 that is written as version 1: with attributes that one property, several or none of them become.</summary>
internal static class Bookings
{
    public const string Source = """
        namespace Shop;

        [Table("bookings", Stream = StreamView.NewAndOldImages)]
        [GlobalIndex("byGuest", PartitionKey = "gsi1pk", SortKey = "gsi1sk")]
        public sealed partial class BookingTable;

        public readonly record struct Money(decimal Amount, string Currency);

        public readonly record struct GuestId(string Value);

        [Entity<BookingTable>(Version = 2, WriteAs = 1)]
        [Key("BOOKING#{Id}", "BOOKING")]
        [Key("byGuest", "GUEST#{Guest}", "{Id}")]
        public sealed partial record Booking(string Id)
        {
            public required GuestId Guest { get; init; }
            public required Money Price { get; init; }
            public string? Remark { get; init; }
            public string? Title { get; init; }
            public string? Degree { get; init; }
            public HashSet<string> Tags { get; init; } = [];
            public int Nights { get; init; }

            [Upcast(1, nameof(Guest), StoredAs = "GuestNumber")] private static GuestId GuestOf(string number) => new(number);
            [Upcast(1, nameof(Price))] private static Money PriceOf(decimal dollars) => new(dollars, "USD");
            [Upcast(1, nameof(Remark), StoredAs = "Note")] private static string? RemarkOf(string? note) => note;
            [Upcast(1, nameof(Title))] private static string? TitleOf(string? title) => title?.Split(' ')[0];
            [Upcast(1, nameof(Degree), StoredAs = "Title")] private static string? DegreeOf(string? title) => title?.Split(' ')[^1];
            [Upcast(1, nameof(Tags), StoredAs = "Labels")] private static HashSet<string> TagsOf(string labels) => [.. labels.Split(',')];

            [Downcast(1, nameof(Price))] private static decimal DollarsOf(Money price) => price.Amount;
            [Downcast(1, "Title")] private static string? WholeTitleOf(string? title, string? degree) => title is null ? degree : $"{title} {degree}";
            [Downcast(1, "Labels")] private static string? LabelsOf(HashSet<string> tags) => tags.Count == 0 ? null : string.Join(',', tags);
            [Downcast(1, "Days")] private static int DaysOf(int nights) => nights + 1;
        }

        [Repository<Booking>]
        public partial interface IBookings
        {
            ValueTask<Booking?> Get(string id);
            ValueTask Put(Booking booking);
            ValueTask<bool> Replace(Booking booking);
            ValueTask PutMany(IEnumerable<Booking> bookings);
            [Update("SET Price = {price}, Tags = {tags}, Nights = {nights}, Remark = if_not_exists(Remark, {remark})"), Condition("attribute_exists(Remark)")]
            ValueTask<Booking> UpdatePrice(string id, Money price, HashSet<string> tags, int nights, string remark);
            [Update("SET Guest = {guest}")]
            DynamoGen.Transactions.WriteAction UpdateAction(string id, GuestId guest);
            [Filter("Remark = {remark}")]
            IAsyncEnumerable<Booking> Remarked(string id, string remark);
            [Condition("Remark = {remark}")]
            ValueTask<bool> Put(Booking booking, string remark);
        }

        """;
}
