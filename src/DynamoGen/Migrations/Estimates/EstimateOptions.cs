namespace DynamoGen.Migrations.Estimates;

/// <summary>How a migration is estimated: how much of the old table is read for it, and what the work costs.</summary>
public sealed class EstimateOptions
{
    /// <summary>How many pages are read, each of another part of the table that is chosen at random. Default 10, 2 to 1,000.</summary>
    public int Pages { get; set; } = 10;

    /// <summary>How many items a page has at most. Default 100, 1 to 1,000.</summary>
    public int PageItems { get; set; } = 100;

    /// <summary>How many processes will copy, each at the pace of the migration's options. Default 1.</summary>
    public int Processes { get; set; } = 1;

    /// <summary>USD for a million read request units. Default 0.125, the list price on demand of the region us-east-1.</summary>
    public decimal ReadPricePerMillion { get; set; } = 0.125m;

    /// <summary>USD for a million write request units. Default 0.625, the list price on demand of the region us-east-1.</summary>
    public decimal WritePricePerMillion { get; set; } = 0.625m;

    /// <summary>Checks the options.</summary>
    /// <exception cref="ArgumentException">One of them means nothing.</exception>
    internal void Validate()
    {
        if (Pages is < 2 or > 1_000 || PageItems is < 1 or > 1_000 || Processes < 1)
        {
            throw new ArgumentException("An estimate reads 2 to 1,000 pages of 1 to 1,000 items, for at least one process.");
        }

        if (ReadPricePerMillion < 0 || WritePricePerMillion < 0)
        {
            throw new ArgumentException("A price is not negative.");
        }
    }
}
