namespace DynamoGen.Interop.Tests.Shops;

/// <summary>What the customers of the three shops have in common.</summary>
public interface ICustomer
{
    string CustomerId { get; }

    string Name { get; }

    string Country { get; }

    int Visits { get; }

    decimal? Credit { get; }

    bool? IsMember { get; }

    string? Nickname { get; }

    Address? Address { get; }

    IReadOnlyList<Contact>? Contacts { get; }

    IReadOnlySet<string> Tags { get; }
}

/// <summary>What the orders of the three shops have in common.</summary>
public interface IOrder
{
    int OrderNumber { get; }

    OrderStatus Status { get; }

    IReadOnlyList<Line> Lines { get; }

    string? Note { get; }
}
