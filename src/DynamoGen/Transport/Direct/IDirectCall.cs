using Amazon.Runtime;
using DynamoGen.Telemetry;

namespace DynamoGen.Transport.Direct;

/// <summary>One request as the sender looks at it. It is a struct, so that a call of it takes no memory of its own.</summary>
internal interface IDirectCall
{
    HttpOperation Operation { get; }

    ReadOnlyMemory<byte> Body { get; }

    /// <summary>The largest response that is accepted, in bytes.</summary>
    int ResponseLimit { get; }

    /// <summary>Whether it may be sent again after an attempt that may have been applied.</summary>
    bool IsRepeatable { get; }

    /// <summary>Where it goes.</summary>
    /// <param name="credentials">What it is signed with.</param>
    DirectEndpoint Endpoint(ImmutableCredentials credentials);

    /// <summary>What wants to know of the attempts; null where nothing does.</summary>
    ObservedRequest? Observer { get; }

    /// <summary>Learns that an attempt was refused, whether or not another one follows.</summary>
    void Refused(AmazonServiceException refusal);
}
