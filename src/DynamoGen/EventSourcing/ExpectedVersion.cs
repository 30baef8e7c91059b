using System.Globalization;

namespace DynamoGen.EventSourcing;

/// <summary>The version that a stream must have for an append: what the appender has seen of it.</summary>
public readonly record struct ExpectedVersion
{
    private readonly long _version;

    private ExpectedVersion(long version) => _version = version;

    /// <summary>The stream has no event. It is the default.</summary>
    public static ExpectedVersion NoStream => default;

    /// <summary>Whatever the version is. An append that loses a race is tried again, <see cref="EventStoreOptions.MaxAttempts"/> times in all.</summary>
    public static ExpectedVersion Any => new(-1);

    /// <summary>The version, 0 for <see cref="NoStream"/>; null for <see cref="Any"/>.</summary>
    public long? Version => _version < 0 ? null : _version;

    /// <summary>Exactly this version.</summary>
    /// <param name="version">The version of the stream's last event; 0 is <see cref="NoStream"/>.</param>
    public static ExpectedVersion Exactly(long version)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(version);
        return new ExpectedVersion(version);
    }

    /// <summary>The version, or <c>Any</c> or <c>NoStream</c>.</summary>
    public override string ToString() => _version switch
    {
        < 0 => nameof(Any),
        0 => nameof(NoStream),
        _ => _version.ToString(CultureInfo.InvariantCulture),
    };

    internal bool Allows(long version) => _version < 0 || _version == version;
}
