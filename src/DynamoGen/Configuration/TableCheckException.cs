namespace DynamoGen;

/// <summary>Tables are absent, cannot be reached, or are not as their declarations say.</summary>
public sealed class TableCheckException : DynamoGenException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="client">The client whose tables they are, as messages name it.</param>
    /// <param name="differences">Everything that differs; each says of which table.</param>
    /// <param name="innerException">What a table could not be described for, or null.</param>
    public TableCheckException(string client, IReadOnlyList<string> differences, Exception? innerException = null)
        : base(TextOf(client, differences), innerException) => Differences = differences;

    /// <summary>Everything that differs; each says of which table.</summary>
    public IReadOnlyList<string> Differences { get; }

    /// <summary>What differs, as one message.</summary>
    internal static string TextOf(string client, IReadOnlyList<string> differences)
    {
        ArgumentNullException.ThrowIfNull(differences);
        return $"The tables of {client} are not as declared: {string.Join("; ", differences)}.";
    }
}
