using System.Runtime.CompilerServices;

namespace DynamoGen.Serialization;

/// <summary>
/// Which attribute followed which in the items read so far, a byte for each. DynamoDB returns the items of a page in a regular shape, so that the
/// next attribute can be guessed and its bytes compared with a literal; a wrong guess costs one comparison and is never believed.
/// </summary>
[InlineArray(WireReader.AttributeOrderLength)]
internal struct AttributeOrder
{
    private byte _first;
}
