using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;

namespace DynamoGen.Transport;

/// <summary>Makes the SDK's typed exceptions of error responses, of every transport the same.</summary>
internal static class ErrorReader
{
    /// <param name="operation">The operation that was refused.</param>
    /// <param name="response">The response with its body.</param>
    /// <param name="innerException">What the pipeline made of it, or null.</param>
    public static AmazonServiceException Read(WireOperation operation, ErrorResponse response, Exception? innerException = null)
    {
        if (MemberlessError.Read(response, innerException!, response.StatusCode) is { } memberless)
        {
            return memberless;
        }

        // The context keeps a pooled array until it is disposed.
        using var context = new JsonUnmarshallerContext(
            response.OpenResponse(), maintainResponseBody: false, response, isException: true, requestContext: null);
        return operation.Unmarshaller.UnmarshallException(context, innerException, response.StatusCode);
    }
}
