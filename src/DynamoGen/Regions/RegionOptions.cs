namespace DynamoGen.Regions;

/// <summary>How a process of an application that is in several regions reads and writes.</summary>
public sealed class RegionOptions
{
    /// <summary>What becomes of a write that belongs to another region. Default: <see cref="ForeignWrites.Send"/>.</summary>
    public ForeignWrites ForeignWrites { get; set; }

    /// <summary>
    /// Whether and how reads go to another region while this one is unhealthy; null, the default, for never. Writes do not: see <see cref="RegionFailover"/>.
    /// </summary>
    public ReadFailoverOptions? ReadFailover { get; set; }

    /// <summary>
    /// How often the process reads which region writes a table of one region, in each region that it has a client for, from 1 second. Default: 10 seconds.
    /// Each read costs half a read unit.
    /// </summary>
    public TimeSpan WriterInterval { get; set; } = TimeSpan.FromSeconds(10);

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(WriterInterval, TimeSpan.FromSeconds(1));
        if (!Enum.IsDefined(ForeignWrites))
        {
            throw new ArgumentOutOfRangeException(nameof(ForeignWrites), ForeignWrites, "It is none of the values.");
        }

        ReadFailover?.Validate();
    }
}
