namespace DynamoGen;

/// <summary>A write belongs to another region than that of the client, and is not sent there. Nothing was sent.</summary>
/// <remarks>
/// Move the user rather than the call: let the request be made again in the home region. See
/// <see href="https://docs.aws.amazon.com/prescriptive-guidance/latest/dynamodb-global-tables/write-modes.html">write modes of global tables</see>.
/// </remarks>
public sealed class WrongRegionException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="table">The table's declared name.</param>
    /// <param name="localRegion">The region of the client, where it is known.</param>
    /// <param name="homeRegion">The region that the write belongs to.</param>
    /// <param name="message">Why it is not sent there.</param>
    public WrongRegionException(string table, string? localRegion, string homeRegion, string message)
        : base(message) => (Table, LocalRegion, HomeRegion) = (table, localRegion, homeRegion);

    /// <summary>The table's declared name.</summary>
    public string Table { get; }

    /// <summary>The system name of the client's region; null where the client does not say.</summary>
    public string? LocalRegion { get; }

    /// <summary>The system name of the region that the write belongs to. Where an item names its own home, it is what the item says.</summary>
    public string HomeRegion { get; }

    internal static WrongRegionException Foreign(string table, string? local, string home) => new(
        table, local, home, $"The write of the table '{table}' belongs to {home}, and this client writes in {Shown(local)} alone. Send the user to {home}.");

    internal static WrongRegionException WithoutClient(string table, string? local, string home) => new(
        table,
        local,
        home,
        $"The write of the table '{table}' belongs to {home}, and this client is in {Shown(local)}. Send the user to {home}, or add a client by AddRegion.");

    // What an item says is a value, which no message has.
    internal static WrongRegionException NoReplica(string table, string? local, string home) => new(
        table, local, home, $"The write of the table '{table}' belongs to a region that is none of its replicas.");

    private static string Shown(string? region) => region ?? "an unknown region";
}
