namespace DynamoGen.Generator.Tests.Sources;

/// <summary>An entity of which older items are read as a whole, by attributes that are merged, and by attributes that are split.</summary>
internal static class Members
{
    public const string Source = """
        namespace Shop;

        [Table("members")]
        public sealed partial class MemberTable;

        public sealed record MemberV1(string Id, string Name, int? Born = null)
        {
            public List<string> Notes { get; init; } = ["initial"];
            [UnknownAttributes] public Dictionary<string, Amazon.DynamoDBv2.Model.AttributeValue>? Others { get; init; }
        }

        public sealed record MemberV2(string Id, string Name, List<string> Notes);

        public sealed record FullName(string First, string? Last);

        public sealed record OldAddress(string City, string Street);

        public sealed record Address(string Street);

        [Entity<MemberTable>(Version = 5)]
        [Key("MEMBER#{Id}", "MEMBER")]
        public sealed partial record Member(string Id)
        {
            public required FullName Name { get; init; }
            public string? Initials { get; set; } = "?";
            public required string City { get; init; }
            public Address? Address { get; init; }

            [Upcast(1)] private static MemberV2 FromV1(MemberV1 stored) => new(stored.Id, stored.Name, stored.Notes);
            [Upcast(2)] private static Member FromV2(MemberV2 stored) => new(stored.Id) { Name = new(stored.Name, null), City = "?" };
            [Upcast(3, nameof(Name))] private static FullName NameOf([StoredAs("Name")] string first, HashSet<string> names, string? last) => new(first, last);
            [Upcast(4, nameof(Name))] private static FullName NameOfGiven(string given, string last = "none") => new(given, last);
            [Upcast(4, nameof(Initials))] private static string InitialsOf(string given, string last = "none") => given[..1] + last[..1];
            [Upcast(4, nameof(City), StoredAs = "Address")] private static string CityOf(OldAddress address) => address.City;
            [Upcast(4, nameof(Address))] private static Address AddressOf(OldAddress address) => new(address.Street);
        }

        """;
}
