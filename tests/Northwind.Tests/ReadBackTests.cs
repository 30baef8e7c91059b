using Amazon.DynamoDBv2;
using Amazon.DynamoDBv2.Model;
using DynamoGen;
using Northwind.Catalog;
using Northwind.Data;
using Northwind.Loading;
using Northwind.Sales;

namespace Northwind.Tests;

/// <summary>Every row is read back and turned into the source's own form, so that a field that got lost or changed on the way shows.</summary>
public sealed class ReadBackTests(LoadedNorthwind northwind)
{
    private NorthwindSource Source => northwind.Source;

    [Fact]
    [AllowScan("Counts every item that the loading wrote.")]
    public async Task Every_row_is_one_item()
    {
        var expected = 91 + 830 + 2155 + 77 + 29 + 8 + 3;
        Assert.Equal(expected, NorthwindLoader.CountItems(Source));
        Assert.Equal(expected, northwind.Written);

        var client = northwind.Get<IAmazonDynamoDB>();
        var request = new ScanRequest { TableName = northwind.Get<DynamoGenOptions>().TableNamePrefix + "northwind", Select = Select.COUNT };
        var items = 0;
        await foreach (var page in client.Paginators.Scan(request).Responses)
        {
            items += page.Count ?? 0;
        }

        Assert.Equal(expected, items);
    }

    [Fact]
    public async Task Every_order_with_its_lines_is_equal_to_its_source()
    {
        var lines = Source.OrderDetails.ToLookup(line => line.OrderId);
        var orders = northwind.Get<IOrders>();
        foreach (var row in Source.Orders)
        {
            var found = await orders.WithLines(row.Id);

            Assert.NotNull(found);
            Assert.Equal(row, ToSource(found.Order));
            Assert.Equal(lines[row.Id].OrderBy(line => line.ProductId), found.Lines.Select(ToSource));
            Assert.Equal(row.ShippedDate is null ? OrderStatus.Open : OrderStatus.Shipped, found.Order.Status);
        }

        Assert.Equal(830, Source.Orders.Count);
        Assert.Equal(2155, Source.OrderDetails.Count);
    }

    [Fact]
    public async Task Orders_of_both_versions_are_in_the_table()
    {
        var client = northwind.Get<IAmazonDynamoDB>();
        var table = northwind.Get<DynamoGenOptions>().TableNamePrefix + "northwind";
        var old = await Stored(10248);
        var current = await Stored(11077);

        Assert.Equal(("1", "32.38", null), (old["_v"].N, old["Freight"].N, old["Freight"].M));
        Assert.Equal(("2", "8.53"), (current["_v"].N, current["Freight"].M["Amount"].N));
        Assert.Equal(Money.Dollars(32.38m), (await northwind.Get<IOrders>().Get(10248))?.Freight);

        async Task<Dictionary<string, AttributeValue>> Stored(int id) => (await client.GetItemAsync(table, new Dictionary<string, AttributeValue>
        {
            ["pk"] = new() { S = Order.Keys.Primary.PartitionKey(id) },
            ["sk"] = new() { S = Order.Keys.Primary.SortKey() },
        })).Item;
    }

    [Fact]
    public async Task Every_customer_is_equal_to_its_source()
    {
        foreach (var row in Source.Customers)
        {
            var found = await northwind.Get<ICustomers>().Get(row.Id);

            Assert.NotNull(found);
            Assert.Equal(found.Country, found.Address.Country);
            Assert.Equal(row, new SourceCustomer
            {
                Id = found.CustomerId,
                CompanyName = found.CompanyName,
                ContactName = found.ContactName,
                ContactTitle = found.ContactTitle,
                Address = found.Address.Street,
                City = found.Address.City,
                Region = found.Address.Region,
                PostalCode = found.Address.PostalCode,
                Country = found.Country,
                Phone = found.Phone,
                Fax = found.Fax,
            });
        }
    }

    [Fact]
    public async Task Every_product_is_equal_to_its_source()
    {
        foreach (var row in Source.Products)
        {
            var found = await northwind.Get<IProducts>().Get(row.Id);

            Assert.NotNull(found);
            Assert.Equal(row, new SourceProduct
            {
                Id = found.ProductId,
                ProductName = found.Name,
                SupplierId = found.SupplierId,
                CategoryId = found.CategoryId,
                QuantityPerUnit = found.QuantityPerUnit,
                UnitPrice = found.UnitPrice.Amount,
                UnitsInStock = found.UnitsInStock,
                UnitsOnOrder = found.UnitsOnOrder,
                ReorderLevel = found.ReorderLevel,
                Discontinued = found.Discontinued ? 1 : 0,
            });
        }
    }

    [Fact]
    public async Task Every_supplier_is_equal_to_its_source()
    {
        foreach (var row in Source.Suppliers)
        {
            var found = await northwind.Get<ISuppliers>().Get(row.Id);

            Assert.NotNull(found);
            Assert.Equal(row, new SourceSupplier
            {
                Id = found.SupplierId,
                CompanyName = found.CompanyName,
                ContactName = found.ContactName,
                ContactTitle = found.ContactTitle,
                Address = found.Address.Street,
                City = found.Address.City,
                Region = found.Address.Region,
                PostalCode = found.Address.PostalCode!,
                Country = found.Address.Country,
                Phone = found.Phone,
                Fax = found.Fax,
                HomePage = found.HomePage,
            });
        }
    }

    [Fact]
    public async Task Every_category_and_shipper_is_equal_to_its_source()
    {
        foreach (var row in Source.Categories)
        {
            var found = await northwind.Get<ICategories>().Get(row.Id);
            Assert.Equal(row, new SourceCategory { Id = found!.CategoryId, CategoryName = found.Name, Description = found.Description });
        }

        foreach (var row in Source.Shippers)
        {
            var found = await northwind.Get<IShippers>().Get(row.Id);
            Assert.Equal(row, new SourceShipper { Id = found!.ShipperId, CompanyName = found.CompanyName, Phone = found.Phone });
        }
    }

    private static SourceOrder ToSource(Order order) => new()
    {
        Id = order.OrderId,
        CustomerId = order.CustomerId,
        EmployeeId = order.EmployeeId,
        OrderDate = order.OrderedOn,
        RequiredDate = order.RequiredOn,
        ShippedDate = order.ShippedOn,
        ShipVia = order.ShipperId,
        Freight = order.Freight.Amount,
        ShipName = order.ShipName,
        ShipAddress = order.ShipTo.Street,
        ShipCity = order.ShipTo.City,
        ShipRegion = order.ShipTo.Region,
        ShipPostalCode = order.ShipTo.PostalCode,
        ShipCountry = order.ShipTo.Country,
        ShipperId = order.ShipperId,
    };

    private static SourceOrderLine ToSource(OrderLine line) => new()
    {
        Id = $"{line.OrderId}-{line.ProductId}",
        OrderId = line.OrderId,
        ProductId = line.ProductId,
        UnitPrice = line.UnitPrice.Amount,
        Quantity = line.Quantity,
        Discount = line.Discount,
    };
}
