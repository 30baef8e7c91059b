using Amazon.DynamoDBv2.Model;
using DynamoGen.Serialization;

namespace Contexts
{
    public enum VisitKind { First, Follow = 5 }

    // 1
}

namespace Electro
{
    // 2
}

namespace OneTables
{
    // 3
}

namespace Toolboxes
{
    // 4
}
