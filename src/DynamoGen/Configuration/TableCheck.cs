namespace DynamoGen;

/// <summary>What is done at the start of the host about tables that are not as their declarations say.</summary>
public enum TableCheck
{
    /// <summary>Nothing: no table is looked at.</summary>
    None,

    /// <summary>Everything that differs is one warning in the log.</summary>
    Warn,

    /// <summary>Everything that differs is one <see cref="TableCheckException"/>, with which the host does not start.</summary>
    Fail,
}
