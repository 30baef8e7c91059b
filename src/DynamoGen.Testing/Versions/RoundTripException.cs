namespace DynamoGen.Testing;

/// <summary>An entity that was written as an older version, or migrated and migrated back, is not what it was.</summary>
public sealed class RoundTripException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What differs.</param>
    /// <param name="seed">What the entities were drawn by.</param>
    /// <param name="caseNumber">Which of them it is, from 0.</param>
    /// <param name="attributes">The attributes that differ.</param>
    /// <param name="innerException">What was thrown on the way, or null.</param>
    public RoundTripException(string message, int seed, int caseNumber, IReadOnlyList<string> attributes, Exception? innerException = null)
        : base(message, innerException)
    {
        (Seed, Case, Attributes) = (seed, caseNumber, attributes);
    }

    /// <summary>What the entities were drawn by: <see cref="RoundTripOptions.Seed"/> of a run that fails again.</summary>
    public int Seed { get; }

    /// <summary>Which of the entities it is, from 0.</summary>
    public int Case { get; }

    /// <summary>The attributes that differ; none where the way there or back threw.</summary>
    public IReadOnlyList<string> Attributes { get; }
}
