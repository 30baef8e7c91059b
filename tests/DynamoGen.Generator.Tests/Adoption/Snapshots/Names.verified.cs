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
[Table("events", PartitionKey = "class", SortKey = null, Marks = ItemMarks.None)]
public sealed partial class EventsTable;

// The class event.
// unsure: 'Fixed' cannot be set, so that the context does not store it; copy it with [Ignore] where it is needed
[Entity<EventsTable>]
[Key("{Class:raw}")]
public sealed partial record Event
{
    [AttributeName("class")]
    public required string Class { get; init; }

    public int Number { get; init; }

    [AttributeName("Keys")]
    public string? KeysValue { get; init; }

    [AttributeName("Others")]
    public string? OthersValue { get; init; }

    public Place? Place { get; init; }

    public IndexItem? Index { get; init; }

    // unsure: 'object' may be anything; declare what it is
    public AttributeValue? Any { get; init; }

    // unsure: 'TimeSpan' is in no file that was read; read that too, or declare an enum with [EnumAsNumber], and a class as a record
    public AttributeValue? Length { get; init; }

    // unsure: a list, which the conversion V1 stores as a set: it has no order, and nothing twice
    public HashSet<string> Names { get; init; } = [];

    // unsure: a list, which the conversion V1 stores as a set: it has no order, and nothing twice
    public HashSet<char> Letters { get; init; } = [];

    // unsure: 'Half' is in no file that was read; read that too, or declare an enum with [EnumAsNumber], and a class as a record
    public AttributeValue? Half { get; init; }

    [AttributeName("namespace")]
    public string? Namespace { get; init; }

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

[Repository<Event>]
public partial interface IEventRepository
{
    ValueTask<Event?> Get(string @class);

    ValueTask Put(Event @event);

    ValueTask Delete(string @class);
}

public sealed record Place
{
    public float X { get; init; }

    public float? Y { get; init; }

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

public sealed record IndexItem
{
    public string? Text { get; init; }

    public long Number { get; init; }

    public int? Other { get; init; }

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}
