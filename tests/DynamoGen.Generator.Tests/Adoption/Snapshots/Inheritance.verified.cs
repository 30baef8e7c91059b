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
[Table("parts", PartitionKey = "Id", SortKey = null, Marks = ItemMarks.None)]
public sealed partial class PartsTable;

// The class Part.
[Entity<PartsTable>]
[Key("{Id}")]
public sealed partial record Part
{
    public required Guid Id { get; init; }

    // unsure: a list, which the conversion V1 stores as a set: it has no order, and nothing twice
    [AttributeName("parents")]
    public HashSet<Guid> Parents { get; init; } = [];

    public Size Size { get; init; } = new();

    public List<Size> Sizes { get; init; } = [];

    public Dictionary<string, Size>? Named { get; init; }

    [Converter<BooleanAsNumber>]
    public Dictionary<string, bool> Flags { get; init; } = [];

    [EnumAsNumber]
    public List<Unit>? Units { get; init; }

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

[Repository<Part>]
public partial interface IPartRepository
{
    ValueTask<Part?> Get(Guid id);

    ValueTask Put(Part part);

    ValueTask Delete(Guid id);
}

// Its items carry no mark: they are known by what their keys begin with. ItemMarks.Optional gives those marks that are written.
[Table("Tool", PartitionKey = "Number", SortKey = null, PartitionKeyType = KeyAttributeType.Number, Marks = ItemMarks.None)]
public sealed partial class ToolTable;

// The class Tool.
// unsure: its base class 'Gone' is in no file that was read; read that too
[Entity<ToolTable>]
[Key("{Number}")]
public sealed partial record Tool
{
    public required long Number { get; init; }

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

[Repository<Tool>]
public partial interface IToolRepository
{
    ValueTask<Tool?> Get(long number);

    ValueTask Put(Tool tool);

    ValueTask Delete(long number);
}

public sealed record Size
{
    public double Width { get; init; }

    public Size? Inner { get; init; }

    [EnumAsNumber]
    public Unit? Unit { get; init; }

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

public enum Unit
{
    Metre,
}

public sealed class BooleanAsNumber : DynamoGen.Serialization.IAttributeConverter<bool, int>
{
    public static int ToStored(bool value) => value ? 1 : 0;

    public static bool FromStored(int stored) => stored != 0;
}
