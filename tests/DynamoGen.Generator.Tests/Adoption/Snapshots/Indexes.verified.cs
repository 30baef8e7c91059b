// Written by 'dotnet dynamogen adopt class' from Shop.cs.
// What it is not sure of stands behind 'unsure:'. Read these lines, decide, and delete them.
// unsure: taken for the conversion V1, which is the context's default; where it is told to use V2, say --conversion V2

using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using DynamoGen;
using AttributeValue = Amazon.DynamoDBv2.Model.AttributeValue;

namespace Adopted;

// Its items carry no mark: they are known by what their keys begin with. ItemMarks.Optional gives those marks that are written.
// unsure: a class does not tell what an index projects; where that is not ALL, say Projection, and [Hydrate] at its queries
[Table("orders", PartitionKey = "Id", SortKey = "Part", Marks = ItemMarks.None)]
[GlobalIndex("by-city", PartitionKey = "City", SortKey = "Id")]
[GlobalIndex("by-place", PartitionKey = "City", SortKey = "Weight", SortKeyType = KeyAttributeType.Number)]
[LocalIndex("local", SortKey = "Kind", SortKeyType = KeyAttributeType.Number)]
[LocalIndex("by-end", SortKey = "end", SortKeyType = KeyAttributeType.Number)]
[GlobalIndex("sparse", PartitionKey = "Lot", PartitionKeyType = KeyAttributeType.Number)]
[GlobalIndex("several", PartitionKeys = ["Second", "First"], PartitionKeyTypes = [KeyAttributeType.String, KeyAttributeType.String])]
public sealed partial class OrdersTable;

// The class Order.
// unsure: 'Odd' is in the key of the index Unknown.Name, which no file that was read tells; declare it
// unsure: the key of the index 'several' has several attributes; declare the queries by [Index("several")]
// unsure: the index 'alone' has a sort key and no partition key; declare it
[Entity<OrdersTable>]
[Key("{Id:raw}", "{Part}")]
[Key("by-city", "{City:raw}", "{Id:raw}")]
[Key("by-place", "{City:raw}", "{Weight}")]
[Key("local", "{Id:raw}", "{Kind}")]
[Key("by-end", "{Id:raw}", "{End:unixSeconds}")]
[Key("sparse", "{Lot}", null)]
public sealed partial record Order
{
    public required string Id { get; init; }

    public required Guid Part { get; init; }

    public string? City { get; init; }

    public decimal Weight { get; init; }

    // unsure: a key of type Number is made of an integer: the numbers of 'Kind'
    public int Kind { get; init; }

    [AttributeName("end"), EpochSeconds]
    public DateTime? End { get; init; }

    public int? Lot { get; init; }

    public string? First { get; init; }

    public string? Second { get; init; }

    public string? Alone { get; init; }

    public string? Odd { get; init; }

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

[Repository<Order>]
public partial interface IOrderRepository
{
    ValueTask<Order?> Get(string id, Guid part);

    IAsyncEnumerable<Order> Query(string id);

    [Index("by-city")]
    IAsyncEnumerable<Order> ByCity(string city);

    [Index("by-place")]
    IAsyncEnumerable<Order> ByPlace(string city);

    [Index("local")]
    IAsyncEnumerable<Order> ByLocal(string id);

    [Index("by-end")]
    IAsyncEnumerable<Order> ByEnd(string id);

    [Index("sparse")]
    IAsyncEnumerable<Order> BySparse(int lot);

    ValueTask Put(Order order);

    ValueTask Delete(string id, Guid part);
}

public enum Kind
{
    Small,
    Large,
}
