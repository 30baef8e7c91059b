namespace DynamoGen.Generator.Tests.Sources;

/// <summary>Types and members whose names get in the way.</summary>
internal static class Identifiers
{
    public const string Source = """
        [Table("global", SortKey = null)]
        public sealed partial class GlobalTable;

        [Entity<GlobalTable>]
        [Key("{Id}")]
        internal sealed partial record GlobalItem(string Id);

        namespace A
        {
            [Entity<GlobalTable>]
            [Key("{Id}")]
            internal sealed partial record Item(string Id);

            internal partial class Outer
            {
                [Entity<GlobalTable>]
                [Key("{Id}")]
                private sealed partial record Item(string Id);

                internal partial struct Inner
                {
                    [Entity<GlobalTable>]
                    [Key("{Id}")]
                    internal sealed partial class Item
                    {
                        public string Id { get; private set; } = "";
                    }
                }
            }
        }

        namespace B
        {
            [Entity<GlobalTable>]
            [Key("{Id}")]
            internal sealed partial record Item(string Id);
        }
        """;

    public const string Awkward = """
        namespace Shop.System.@class;

        public enum @enum { @default, Value }

        [Entity<ShopTable>]
        [Key("{@Ref}#{Value}", "{reader}#{writer}#{key}#{text}#{@class}#{shard}")]
        public sealed partial record Marshaller
        {
            public required string Ref { get; init; }
            public required string Value { get; init; }
            public required string Item { get; init; }
            public required string Reader { get; init; }
            public required string reader { get; init; }
            public required string writer { get; init; }
            public required string key { get; init; }
            public required string text { get; init; }
            public required string shard { get; init; }
            public required string entity { get; init; }
            public required string name { get; init; }
            public required string version { get; init; }
            public required string result { get; init; }
            public required string @class { get; init; }
            public required string _ { get; init; }
            public required string Keys { get; init; }
            public required string EntityName { get; init; }
            public required int Write { get; init; }
            public required @enum Read { get; init; }
            public string @event { get; init; } = "";
        }

        [Repository<Marshaller>]
        public partial interface IMarshaller
        {
            IAsyncEnumerable<Marshaller> Query(string Ref, string value, string reader, string writer, string key, int limit);
            ValueTask Delete(Marshaller writer);
            ValueTask Put(Marshaller key);
        }
        """;
}
