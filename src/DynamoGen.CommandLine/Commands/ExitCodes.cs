namespace DynamoGen.CommandLine.Commands;

/// <summary>What a verb ends with.</summary>
internal static class ExitCodes
{
    /// <summary>It did what it was asked for.</summary>
    public const int Done = 0;

    /// <summary>It did not, or not all of it.</summary>
    public const int Failed = 1;

    /// <summary>The arguments are wrong.</summary>
    public const int Usage = 2;

    /// <summary>What is declared would have a table made anew or deleted, with the loss of its items.</summary>
    public const int LosesItems = 3;

    /// <summary>What is declared takes several updates of a stack.</summary>
    public const int SeveralUpdates = 4;

    /// <summary>It was stopped, which a shell knows as the code of Ctrl+C.</summary>
    public const int Cancelled = 130;
}
