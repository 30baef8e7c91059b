namespace DynamoGen.Streams.Sinks.Services;

/// <summary>A service took a request and refused one entry of it, also when that was sent again where that could help.</summary>
public sealed class EntryRefusedException : DynamoGenException
{
    internal EntryRefusedException(string service, string code, string? text, bool isSenderFault)
        : base($"{service} refused an entry of a batch with {code}{(string.IsNullOrEmpty(text) ? "." : $": {text}")}")
    {
        Code = code;
        IsSenderFault = isSenderFault;
    }

    /// <summary>The service's code, such as <c>InternalError</c> or <c>ThrottlingException</c>.</summary>
    public string Code { get; }

    /// <summary>Whether the entry is what is wrong, so that it would be refused again.</summary>
    public bool IsSenderFault { get; }
}
