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
[Table("customers", PartitionKey = "Id", SortKey = null, Marks = ItemMarks.None)]
public sealed partial class CustomersTable;

// The class Customer.
[Entity<CustomersTable>]
[Key("{Id:raw}")]
public sealed partial record Customer
{
    public required string Id { get; init; }

    public string Name { get; init; } = "nobody";

    public string? Mail { get; init; }

    public int Points { get; init; }

    public decimal? Limit { get; init; }

    [Converter<BooleanAsNumber>]
    public bool IsActive { get; init; } = true;

    public Guid Token { get; init; }

    // unsure: a list, which the conversion V1 stores as a set: it has no order, and nothing twice
    public HashSet<string> Tags { get; init; } = [];

    // unsure: 'required' in the class: an item that lacks it is not read
    public required string Country { get; init; }

    // Keeps what the class does not name.
    [UnknownAttributes]
    public Dictionary<string, AttributeValue> Others { get; init; } = [];
}

[Repository<Customer>]
public partial interface ICustomerRepository
{
    ValueTask<Customer?> Get(string id);

    ValueTask Put(Customer customer);

    ValueTask Delete(string id);
}

public sealed class BooleanAsNumber : DynamoGen.Serialization.IAttributeConverter<bool, int>
{
    public static int ToStored(bool value) => value ? 1 : 0;

    public static bool FromStored(int stored) => stored != 0;
}
