namespace DynamoGen;

/// <summary>
/// A write belongs to another region than that of the client, and is not sent there. Nothing was sent; or an item that a newer writer has written refused
/// it, see <c>[WriterEpoch]</c>. Nothing was written.
/// </summary>
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
    /// <param name="innerException">The failure of the write's condition, where it was sent.</param>
    public WrongRegionException(string table, string? localRegion, string homeRegion, string message, Exception? innerException = null)
        : base(message, innerException) => (Table, LocalRegion, HomeRegion) = (table, localRegion, homeRegion);

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

    internal static WrongRegionException Superseded(string table, string? local, string home, Exception failure) => new(
        table,
        local,
        home,
        $"{home} has taken over the writes of the table '{table}', and has written the item; the write in {Shown(local)} was refused. Send the user to {home}.",
        failure);

    // What an item says is a value, which no message has.
    internal static WrongRegionException NoReplica(string table, string? local, string home) => new(
        table, local, home, $"The write of the table '{table}' belongs to a region that is none of its replicas.");

    private static string Shown(string? region) => region ?? "an unknown region";
}
