using Amazon.DynamoDBv2.Model;

namespace DynamoGen.Tests.Versions;

/// <summary>What items of version 1 hold: lines in one text, a sum in cents, and whatever else.</summary>
public sealed record InvoiceV1(string Team, string Number, string Lines, [property: AttributeName("sum")] long Cents)
{
    public string? Memo { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Others { get; init; }
}

/// <summary>What items of version 2 hold.</summary>
public sealed record InvoiceV2
{
    public required string Team { get; init; }

    public required string Number { get; init; }

    public List<InvoiceLine> Lines { get; init; } = [];

    public decimal Sum { get; init; }

    public string? Note { get; init; }

    public Dictionary<string, AttributeValue>? Others { get; init; }
}

public sealed record InvoiceLine(string What, int Count);

/// <summary>As it is now: the lines and the sum are one object, the note is a remark, and since version 4 the currency is a text.</summary>
[Entity<People>(Version = 4)]
[Key("TEAM#{Team}", "INVOICE#{Number}")]
public sealed partial record Invoice(string Team, string Number)
{
    public required InvoiceContent Content { get; init; }

    public string? Remark { get; init; }

    public string? Currency { get; init; }

    public Dictionary<string, AttributeValue>? Others { get; init; }

    [UnknownAttributes]
    public Dictionary<string, AttributeValue>? Rest { get; init; }

    [Upcast(1)]
    internal static InvoiceV2 FromV1(InvoiceV1 stored) => new()
    {
        Team = stored.Team,
        Number = stored.Number,
        Lines = [.. stored.Lines.Split(';').Select(line => new InvoiceLine(line.Split(':')[0], line.Split(':')[1].Length))],
        Sum = stored.Cents / 100m,
        Note = stored.Memo,
        Others = stored.Others,
    };

    [Upcast(2)]
    internal static Invoice FromV2(InvoiceV2 stored) => new(stored.Team, stored.Number)
    {
        Content = new InvoiceContent(stored.Lines, stored.Sum),
        Remark = stored.Note,
        Currency = "EUR",
        Others = stored.Others,
    };

    [Upcast(3, nameof(Currency))]
    internal static string? CurrencyOf(int code) => code == 978 ? "EUR" : "USD";
}

public sealed record InvoiceContent(List<InvoiceLine> Lines, decimal Sum);

[Repository<Invoice>]
public partial interface IInvoices
{
    ValueTask<Invoice?> Get(string team, string number);

    IAsyncEnumerable<Invoice> Of(string team);

    IAsyncEnumerable<Invoice> GetMany(IEnumerable<Invoice.PrimaryKey> keys);

    [AllowScan("the test reads all")]
    IAsyncEnumerable<Invoice> ScanAll(int segments);

    [Filter("Remark = {remark}")]
    IAsyncEnumerable<Invoice> WithRemark(string team, string remark);

    [Filter("attribute_not_exists(Remark)")]
    IAsyncEnumerable<Invoice> WithoutRemark(string team);

    [Condition("Remark = {remark}")]
    ValueTask<bool> Delete(string team, string number, string remark);

    [Update("SET Remark = {remark}")]
    ValueTask<Invoice> UpdateRemark(string team, string number, string remark);
}
