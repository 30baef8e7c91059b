namespace DynamoGen.Analyzers.Schema;

/// <summary>The lock's text is not what it must be.</summary>
/// <param name="position">Where in the text.</param>
/// <param name="reason">What is wrong there, as a clause.</param>
internal sealed class LockFormatException(int position, string reason) : Exception(reason)
{
    public int Position { get; } = position;
}
