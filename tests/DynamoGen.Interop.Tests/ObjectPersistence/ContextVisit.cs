using Amazon.DynamoDBv2.DataModel;

namespace DynamoGen.Interop.Tests.ObjectPersistence;

/// <summary>A visit as <c>DynamoDBContext</c> maps it.</summary>
[DynamoDBTable("visits")]
public sealed class ContextVisit
{
    [DynamoDBHashKey]
    public string Patient { get; set; } = "";

    [DynamoDBRangeKey]
    public int Number { get; set; }

    [DynamoDBGlobalSecondaryIndexHashKey("by-doctor")]
    public string Doctor { get; set; } = "";

    [DynamoDBProperty("why")]
    public string? Reason { get; set; }

    public DateTime At { get; set; }

    [DynamoDBProperty(StoreAsEpochLong = true)]
    public DateTime Until { get; set; }

    public VisitKind Kind { get; set; }

    public bool IsUrgent { get; set; }

    public bool? IsPaid { get; set; }

    public Guid Room { get; set; }

    public decimal Fee { get; set; }

    public byte[]? Scan { get; set; }

    public ContextPlace? Place { get; set; }

    public List<ContextPlace> Stations { get; set; } = [];

    public List<string> Steps { get; set; } = [];

    public HashSet<int> Codes { get; set; } = [];

    public Dictionary<string, int> Doses { get; set; } = [];

    [DynamoDBVersion]
    public int? Revision { get; set; }
}

public sealed class ContextPlace
{
    public string Street { get; set; } = "";

    public int? Floor { get; set; }
}

public enum VisitKind
{
    First,
    Follow = 5,
}
