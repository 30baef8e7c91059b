using Amazon.DynamoDBv2.DataModel;

namespace DynamoGen.Generator.Tests.Adoption;

/// <summary>A parcel as <c>DynamoDBContext</c> maps it. The context writes it, and the command reads this file.</summary>
[DynamoDBTable("parcels")]
public sealed class ContextParcel
{
    [DynamoDBHashKey("pk")]
    public string Depot { get; set; } = "";

    [DynamoDBRangeKey("sk"), DynamoDBProperty("sk", StoreAsEpochLong = true)]
    public DateTime At { get; set; }

    [DynamoDBProperty("until", StoreAsEpochLong = true)]
    public DateTime? Until { get; set; }

    public ContextParcelState State { get; set; }

    public bool IsUrgent { get; set; }

    public bool? IsPaid { get; set; }

    public Guid Owner { get; set; }

    public decimal Weight { get; set; }

    public double? Height { get; set; }

    public DateOnly Day { get; set; }

    public byte[]? Label { get; set; }

    public char Zone { get; set; } = 'A';

    public ContextParcelStop? First { get; set; }

    public List<ContextParcelStop> Stops { get; set; } = [];

    public List<string> Notes { get; set; } = [];

    public List<bool> Answers { get; set; } = [];

    public List<ContextParcelState> States { get; set; } = [];

    public HashSet<int> Codes { get; set; } = [];

    public Dictionary<string, bool> Checks { get; set; } = [];

    [DynamoDBVersion]
    public long? Revision { get; set; }
}

public sealed class ContextParcelStop
{
    public string Street { get; set; } = "";

    public int? Floor { get; set; }

    public bool IsLast { get; set; }
}

public enum ContextParcelState
{
    Open = 1,
    Sent = 7,
}
