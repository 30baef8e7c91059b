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
[Table("shop-Order", PartitionKey = "pk", SortKey = "sk", SortKeyType = KeyAttributeType.Number, Marks = ItemMarks.None)]
public sealed partial class ShopOrderTable;

// The class Order.
// unsure: 'Cache' is ignored by the context; copy it with [Ignore] where it is needed
// unsure: 'Text' cannot be set, so that the context does not store it; copy it with [Ignore] where it is needed
// unsure: the context stores the members of 'Other' as attributes of the item, and 'Elsewhere' is in no file that was read; declare them
[Entity<ShopOrderTable>]
[Key("{Customer:raw}", "{Number}")]
public sealed partial record Order
{
    [AttributeName("pk")]
    public required string Customer { get; init; }

    [AttributeName("sk")]
    public required int Number { get; init; }

    [AttributeName("when"), EpochSeconds]
    public DateTime At { get; init; }

    // unsure: if it is the table's time to live, say TimeToLive at [Table], and [TimeToLive] here
    [AttributeName("ttl"), EpochSeconds]
    public DateTime? ExpiresAt { get; init; }

    // unsure: stored by 'MoneyConverter'; write an IAttributeConverter that stores the same, and [Converter<...>] of 'Money'
    [AttributeName("total")]
    public AttributeValue? Total { get; init; }

    // unsure: stored by the name Other.Name, which no file that was read tells; write it as [AttributeName]
    [AttributeName("remark")]
    public string? Remark { get; init; }

    // unsure: the context counts from 0, and a lock from 1: let the first write of an item of version 0 be a Replace or an update (DG1039)
    [OptimisticLock, AttributeName("version")]
    public long Version { get; init; }

    // unsure: the context counts it with each write; count it by [Update("ADD Views {by}")]
    [AttributeName("views")]
    public long? Views { get; init; }

    [UpdatedAt, AttributeName("changed")]
    public DateTime Changed { get; init; }

    [CreatedAt, AttributeName("made")]
    public DateTime Made { get; init; }

    // unsure: the context writes it once and keeps it; leave it out of updates
    [AttributeName("source")]
    public string? Source { get; init; }

    [AttributeName("street")]
    public string? Street { get; init; }

    [AttributeName("zip")]
    public int Code { get; init; }

    // unsure: one of several types; write [Polymorphic(Discriminator = "$type")] and [DerivedType<Card>("card")] at a record 'Payment', and declare that
    [AttributeName("payment")]
    public AttributeValue? Payment { get; init; }

    [AttributeName("status"), EnumAsNumber]
    public Status Status { get; init; } = Status.Open;

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

[Repository<Order>]
public partial interface IOrderRepository
{
    ValueTask<Order?> Get(string customer, int number);

    IAsyncEnumerable<Order> Query(string customer);

    ValueTask Put(Order order);

    ValueTask Delete(string customer, int number, long version);
}

// unsure: no member is seen to be 0, which the context stores where nothing was set; an item with it is not read, so give 0 a name
public enum Status : byte
{
    Open = 1,
    Shipped = Open << 1,
}
