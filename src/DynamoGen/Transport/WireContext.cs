using Amazon.Runtime.Internal.Transform;

namespace DynamoGen.Transport;

/// <summary>The context of a success response whose body has been read already: the SDK only asks it for the response's headers.</summary>
internal sealed class WireContext : UnmarshallerContext
{
    public WireContext(IWebResponseData response) => WebResponseData = response;

    public override string CurrentPath => string.Empty;

    public override int CurrentDepth => 0;

    public override bool IsStartElement => false;

    public override bool IsEndElement => false;

    public override bool IsStartOfDocument => false;
}
