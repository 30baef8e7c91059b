using Amazon.DynamoDBv2.DataModel;

namespace DynamoGen.Interop.Tests.ObjectPersistence;

/// <summary>A chart as <c>DynamoDBContext</c> maps it, whose lists and truth values its conversion V1 stores as sets and numbers.</summary>
[DynamoDBTable("charts")]
public sealed class ContextChart
{
    [DynamoDBHashKey]
    public string Patient { get; set; } = "";

    public List<string>? Steps { get; set; } = [];

    public List<int>? Codes { get; set; } = [];

    public List<byte[]>? Scans { get; set; } = [];

    public HashSet<string>? Wards { get; set; } = [];

    public string? Remark { get; set; }

    public bool IsUrgent { get; set; }

    public bool? IsPaid { get; set; }

    public ContextLeaf? Leaf { get; set; }
}

public sealed class ContextLeaf
{
    public List<decimal>? Doses { get; set; } = [];

    public bool IsLast { get; set; }
}
